--liquibase formatted sql

--changeset platform:030
create table platform.modules (
  like platform.cluster_row including all,
  name              text not null check (length(name) <= 31) check (name ~ '^[a-z][a-z0-9-]{1,30}$'),
  title             text not null check (length(title) <= 100),
  kind              text not null check (kind in ('core', 'standard', 'extension')),
  vendor            text not null check (length(vendor) <= 100),
  active_version    text check (length(active_version) <= 64),
  first_deployed_at timestamptz not null default now(),
  constraint modules_name_key unique (name)
);
grant select, insert, update, delete on platform.modules to renoz_platform;
--rollback drop table platform.modules;

--changeset platform:031
create table platform.module_schema_claims (
  like platform.cluster_row including all,
  schema_name text not null check (length(schema_name) <= 63),
  module_name text not null check (length(module_name) <= 31),
  vendor      text not null check (length(vendor) <= 100),
  claimed_at  timestamptz not null default now(),
  constraint module_schema_claims_schema_name_key unique (schema_name),
  constraint module_schema_claims_module_name_key unique (module_name)
);
grant select, insert, update, delete on platform.module_schema_claims to renoz_platform;
comment on table platform.module_schema_claims is 'Which module and vendor owns which schema, from its first deployment on';
--rollback drop table platform.module_schema_claims;

--changeset platform:032
create table platform.migrations (
  module      text        not null primary key check (length(module) <= 31),
  hash        text        not null check (length(hash) = 64),
  changes     integer     not null,
  migrated_at timestamptz not null default now()
);
grant select on platform.migrations to renoz_platform;
comment on table platform.migrations is
  'The changelog each schema was last brought up to; a module whose files have this hash and whose change sets are all there needs nothing';
--rollback drop table platform.migrations;

--changeset platform:033 splitStatements:false runOnChange:true
create or replace procedure platform.open_module(module text, maker text)
  language plpgsql
as $$
declare
  schema text := replace(module, '-', '_');
  role   text := 'renoz_m_' || schema;
  claim  platform.module_schema_claims;
begin
  if module !~ '^[a-z][a-z0-9-]{1,30}$' or module ~ '^(module|pg-)'
     or module in ('platform', 'public', 'information-schema', 'operator', 'openapi') then
    raise exception 'A module cannot be called %.', module using errcode = 'RZ422';
  end if;
  select * into claim from platform.module_schema_claims where schema_name = schema or module_name = module;
  if found then
    if (claim.schema_name, claim.module_name, claim.vendor) is distinct from (schema, module, maker) then
      raise exception 'Schema % belongs to module % of %.', claim.schema_name, claim.module_name, claim.vendor
        using errcode = 'RZ422';
    end if;
  else
    if exists (select from pg_namespace where nspname = schema) then
      raise exception 'Schema % is there already and belongs to no module.', schema using errcode = 'RZ422';
    end if;
    insert into platform.module_schema_claims (schema_name, module_name, vendor) values (schema, module, maker);
  end if;
  if not exists (select from pg_roles where rolname = role) then
    execute format('create role %I nologin', role);
  end if;
  execute format('grant renoz_module to %I', role);
  execute format('grant %I to renoz_app', role);
  execute format('create schema if not exists %I', schema);
  execute format('grant usage on schema %I to %I', schema, role);
end
$$;
comment on procedure platform.open_module(text, text) is
  'Claims the schema of a module for its vendor, for ever, and makes the schema and the module''s role. Twice is once.';
revoke all on procedure platform.open_module(text, text) from public;
--rollback drop procedure platform.open_module(text, text);

--changeset platform:034 splitStatements:false runOnChange:true
create or replace procedure platform.forget_module(module text)
  language plpgsql
as $$
begin
  execute format('drop schema if exists %I', replace(module, '-', '_'));
  delete from platform.migrations m where m.module = forget_module.module;
  delete from platform.module_schema_claims where module_name = forget_module.module;
end
$$;
comment on procedure platform.forget_module(text) is
  'The way back of open_module, for a schema whose change sets are all rolled back; the role stays.';
revoke all on procedure platform.forget_module(text) from public;
--rollback drop procedure platform.forget_module(text);

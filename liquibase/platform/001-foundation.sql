--liquibase formatted sql

-- Run by renoz_owner in schema platform. Roles belong to the server and not to the database, so no rollback drops one.

--changeset platform:001 splitStatements:false
-- renoz_module stands for every module: what all of them may write is granted to it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'renoz_module') then
    create role renoz_module nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'renoz_m_platform') then
    create role renoz_m_platform nologin;
  end if;
end
$$;
grant renoz_module to renoz_m_platform;
grant renoz_m_platform to renoz_app;
grant usage on schema platform to renoz_m_platform, renoz_module, renoz_platform;
--rollback revoke usage on schema platform from renoz_m_platform, renoz_module, renoz_platform;

--changeset platform:002 splitStatements:false
create function platform.uuid_v7() returns uuid
  language sql volatile parallel safe
as $$
  select encode(
           overlay(
             overlay(uuid_send(gen_random_uuid()) placing substring(int8send(micros / 1000) from 3) from 1 for 6)
             placing int2send((28672 + micros % 1000 * 4096 / 1000)::int2) from 7 for 2),
           'hex')::uuid
    from (select (extract(epoch from clock_timestamp()) * 1000000)::bigint as micros) as now
$$;
comment on function platform.uuid_v7() is
  'A UUID of version 7, ordered by microsecond: milliseconds, version and the rest of the microseconds, then random bits.';
--rollback drop function platform.uuid_v7();

--changeset platform:003
-- create table t (like platform.tenant_row including all, ...); call platform.protect('t');
create table platform.tenant_row (
  organization_id uuid        not null default nullif(current_setting('app.organization_id', true), '')::uuid,
  id              uuid        not null default platform.uuid_v7(),
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  created_by      uuid,
  updated_by      uuid,
  version         integer     not null default 1,
  primary key (organization_id, id)
);
alter table platform.tenant_row enable row level security, force row level security;
create policy tenant on platform.tenant_row
  using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
comment on table platform.tenant_row is 'The columns of every table that belongs to organizations; it holds no rows';
--rollback drop table platform.tenant_row;

--changeset platform:004
create table platform.cluster_row (
  id         uuid        not null default platform.uuid_v7(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version    integer     not null default 1,
  primary key (id)
);
comment on table platform.cluster_row is 'The columns of the tables that belong to no organization; it holds no rows';
--rollback drop table platform.cluster_row;

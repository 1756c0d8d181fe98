--liquibase formatted sql

--changeset platform:040
create table platform.organization_modules (
  like platform.tenant_row including all,
  module       text not null check (length(module) <= 31),
  wish         text not null default 'disabled' check (wish in ('enabled', 'disabled')),
  state        text not null default 'available'
               check (state in ('available', 'enabling', 'enabled', 'disabling', 'disabled', 'suspended', 'purging')),
  state_reason text check (length(state_reason) <= 1000),
  behaviour    integer not null default 1 check (behaviour > 0),
  since        timestamptz not null,
  changed_by   uuid,
  reason       text check (length(reason) <= 500),
  revision     bigint not null,
  disabled_at  timestamptz,
  purge_after  date,
  constraint organization_modules_module_key unique (organization_id, module)
);
create index organization_modules_state_idx on platform.organization_modules (organization_id, state);
call platform.protect('platform.organization_modules');
call platform.open_to_kernel('platform.organization_modules');
--rollback drop table platform.organization_modules;

--changeset platform:041
create table platform.module_set_revisions (
  like platform.tenant_row including all,
  revision    bigint not null,
  modules     text[] not null,
  added       text[] not null,
  removed     text[] not null,
  cause       text not null check (cause in ('admin', 'operator', 'cascade', 'restore', 'provisioning')),
  changed_by  uuid,
  reason      text check (length(reason) <= 500),
  plan_digest text check (length(plan_digest) <= 80),
  constraint module_set_revisions_revision_key unique (organization_id, revision)
);
-- The kernel looks for what changed in any organization since it last looked.
create index module_set_revisions_created_at_idx on platform.module_set_revisions (created_at);
call platform.protect('platform.module_set_revisions');
call platform.open_to_kernel('platform.module_set_revisions');
call platform.append_only('platform.module_set_revisions');
--rollback drop table platform.module_set_revisions;

--changeset platform:042 splitStatements:false runOnChange:true
create or replace function platform.announce_module() returns trigger
  language plpgsql
as $$
begin
  if tg_op = 'DELETE' then
    perform pg_notify('renoz_modules', old.organization_id || ' ' || old.revision);
  else
    perform pg_notify('renoz_modules', new.organization_id || ' ' || new.revision);
  end if;
  return null;
end
$$;
comment on function platform.announce_module() is
  'Tells every node, at commit, that the modules of an organization changed: "organization revision" on channel renoz_modules.';
revoke all on function platform.announce_module() from public;
create or replace trigger announce after insert or update or delete on platform.organization_modules
  for each row execute function platform.announce_module();
--rollback drop trigger announce on platform.organization_modules; drop function platform.announce_module();

--liquibase formatted sql

--changeset activities:001
create table activities.activities (
  like platform.tenant_row including all,
  user_id        uuid,
  actor_type     text    not null default 'user'   check (actor_type in ('user', 'api_token', 'portal', 'system')),
  actor_name     text    check (length(actor_name) <= 200),
  on_behalf_of   uuid,
  api_token_id   uuid,
  session_id     uuid,
  module         text    not null check (length(module) <= 64),
  entity_type    text    not null check (length(entity_type) <= 50),
  entity_id      uuid    not null,
  entity_name    text    check (length(entity_name) <= 255),
  parent_type    text    check (length(parent_type) <= 50),
  parent_id      uuid,
  customer_id    uuid,
  action         text    not null check (action in (
    'created', 'updated', 'deleted', 'restored', 'viewed', 'exported', 'imported', 'shared', 'assigned', 'status_changed',
    'approved', 'rejected', 'commented', 'email_sent', 'email_opened', 'email_clicked', 'call_logged', 'note_added',
    'merged', 'login', 'logout', 'login_failed', 'permission_changed', 'enabled', 'disabled')),
  event          text    check (length(event) <= 100),
  description    text    check (length(description) <= 1000),
  changes        jsonb,
  changed_fields text[],
  metadata       jsonb,
  source         text    not null default 'manual' check (source in (
    'manual', 'email', 'webhook', 'system', 'import', 'portal', 'api')),
  source_ref     uuid,
  sensitivity    text    not null default 'normal' check (sensitivity in ('normal', 'security')),
  record_count   integer not null default 1 check (record_count >= 1),
  request_id     uuid,
  ip_address     inet,
  user_agent     text    check (length(user_agent) <= 500),
  constraint activities_parent_check check ((parent_type is null) = (parent_id is null))
);
comment on table activities.activities is
  'Who did what to which record. Users, tokens, sessions and customers belong to modules deployed later: no foreign keys.';
create index on activities.activities (organization_id, entity_type, entity_id, created_at);
create index on activities.activities (organization_id, parent_type, parent_id, created_at);
create index on activities.activities (organization_id, created_at);
create index on activities.activities (organization_id, user_id, created_at);
create index on activities.activities (organization_id, action, created_at);
create index on activities.activities (organization_id, entity_type, created_at);
create index on activities.activities (organization_id, source, created_at);
create index on activities.activities (organization_id, customer_id, created_at);
create index on activities.activities (organization_id, module, created_at);
create index on activities.activities (organization_id, request_id);
call platform.protect('activities.activities');
--rollback drop table activities.activities;

--changeset activities:002
-- ACT-03: entries are added and read. Every module adds its own; nobody changes one.
revoke update, delete on activities.activities from renoz_m_activities;
call platform.share_inserts('activities.activities');
--rollback revoke insert on activities.activities from renoz_module;
--rollback revoke usage on schema activities from renoz_module;
--rollback grant update, delete on activities.activities to renoz_m_activities;

--changeset activities:003 splitStatements:false
-- ACT-03: whatever a role may do, entries stay as they are; only the retention function, running as the owner, removes old ones.
create function activities.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('activities.retention', true) = 'on'
     and current_user = (select relowner::regrole::text from pg_class where oid = tg_relid) then
    return old;
  end if;
  raise exception 'entries of the audit log are never changed' using errcode = 'insufficient_privilege';
end $$;
--rollback drop function activities.refuse_change();

--changeset activities:004
create trigger activities_append_only before update or delete on activities.activities
  for each row execute function activities.refuse_change();
create trigger activities_keep before truncate on activities.activities
  for each statement execute function activities.refuse_change();
--rollback drop trigger activities_append_only on activities.activities;
--rollback drop trigger activities_keep on activities.activities;

--changeset activities:005 splitStatements:false
-- ACT-11: removes at most 10,000 entries of the current organization that are older than both its own limit and seven years.
create function activities.remove_expired(keep_days integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant  uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
  removed integer;
begin
  if tenant is null then
    raise exception 'no organization is set' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('activities.retention', 'on', true);
  delete from activities.activities
   where organization_id = tenant
     and id in (select id from activities.activities
                 where organization_id = tenant
                   and created_at < now() - make_interval(days => greatest(keep_days, 2557))
                 order by created_at
                 limit 10000);
  get diagnostics removed = row_count;
  perform set_config('activities.retention', 'off', true);
  return removed;
end $$;
--rollback drop function activities.remove_expired(integer);

--changeset activities:006
revoke all on function activities.remove_expired(integer) from public;
grant execute on function activities.remove_expired(integer) to renoz_m_activities;
revoke all on function activities.refuse_change() from public;
--rollback revoke execute on function activities.remove_expired(integer) from renoz_m_activities;

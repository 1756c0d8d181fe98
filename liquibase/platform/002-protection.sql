--liquibase formatted sql

--changeset platform:010 splitStatements:false runOnChange:true
create or replace procedure platform.protect(target regclass)
  language plpgsql
as $$
declare
  module text := (select relnamespace::regnamespace::text from pg_class where oid = target);
begin
  execute format('alter table %s enable row level security, force row level security', target);
  if not exists (select from pg_policy where polrelid = target and polname = 'tenant') then
    execute format(
      'create policy tenant on %s using (organization_id = nullif(current_setting(''app.organization_id'', true), '''')::uuid)',
      target);
  end if;
  execute format('grant select, insert, update, delete on %s to %I', target, 'renoz_m_' || module);
end
$$;
comment on procedure platform.protect(regclass) is
  'Forces row level security with the platform''s policy on a table, and gives its module''s role the rights to rows. Twice is once.';
revoke all on procedure platform.protect(regclass) from public;
--rollback drop procedure platform.protect(regclass);

--changeset platform:011 splitStatements:false runOnChange:true
create or replace function platform.refuse_change() returns trigger
  language plpgsql
as $$
begin
  raise exception '%.% is append-only', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end
$$;
revoke all on function platform.refuse_change() from public;

create or replace procedure platform.append_only(target regclass)
  language plpgsql
as $$
declare
  module text := (select relnamespace::regnamespace::text from pg_class where oid = target);
begin
  execute format(
    'create or replace trigger append_only before update or delete or truncate on %s execute function platform.refuse_change()',
    target);
  execute format('revoke update, delete on %s from %I, renoz_platform', target, 'renoz_m_' || module);
end
$$;
comment on procedure platform.append_only(regclass) is
  'Refuses every update, delete and truncate of a protected table, to its owner too.';
revoke all on procedure platform.append_only(regclass) from public;
--rollback drop procedure platform.append_only(regclass); drop function platform.refuse_change();

--changeset platform:012 splitStatements:false runOnChange:true
create or replace procedure platform.open_to_kernel(target regclass)
  language plpgsql
as $$
declare
  module text := (select relnamespace::regnamespace::text from pg_class where oid = target);
begin
  if not exists (select from pg_policy where polrelid = target and polname = 'kernel') then
    execute format('create policy kernel on %s to renoz_platform using (true)', target);
  end if;
  if module = 'platform' then
    execute format('grant select, insert, update, delete on %s to renoz_platform', target);
  else
    execute format('grant usage on schema %I to renoz_platform', module);
    execute format('grant select on %s to renoz_platform', target);
  end if;
end
$$;
comment on procedure platform.open_to_kernel(regclass) is
  'Lets renoz_platform see the rows of all organizations; only for schema platform and, reading, for settings.organizations.';
revoke all on procedure platform.open_to_kernel(regclass) from public;
--rollback drop procedure platform.open_to_kernel(regclass);

--changeset platform:013 splitStatements:false runOnChange:true
create or replace procedure platform.share_inserts(target regclass)
  language plpgsql
as $$
begin
  execute format(
    'grant usage on schema %s to renoz_module',
    (select relnamespace::regnamespace::text from pg_class where oid = target));
  execute format('grant insert on %s to renoz_module', target);
end
$$;
comment on procedure platform.share_inserts(regclass) is
  'Lets every module insert, and do nothing else; only for the outbox and for activities.activities.';
revoke all on procedure platform.share_inserts(regclass) from public;
--rollback drop procedure platform.share_inserts(regclass);

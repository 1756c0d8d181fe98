--liquibase formatted sql

--changeset platform:020 splitStatements:false runOnChange:true
-- Beside the platform's policy a table may have one that lets its owner read: nobody is the owner but functions that are
-- security definer, which take the organization from the setting themselves and so reach indexes that are not leakproof.
create or replace function platform.inspect(inspected text) returns table (relation text, fault text)
  language sql stable
  set search_path = pg_catalog, pg_temp
as $$
with
own as (
  select n.oid as schema, n.nspname, n.nspowner, n.nspacl, p.nspowner as owner, inspected = 'platform' as kernel,
         (select r.oid from pg_roles r where r.rolname = 'renoz_m_' || inspected) as module_role,
         (select r.oid from pg_roles r where r.rolname = 'renoz_module') as all_modules,
         (select r.oid from pg_roles r where r.rolname = 'renoz_platform') as kernel_role
    from pg_namespace n, pg_namespace p
   where n.nspname = inspected and p.nspname = 'platform'),
relations as (
  select c.*, c.oid::regclass::text as name, a.attnum as organization, a.attnum is null and own.kernel as cluster
    from own
    join pg_class c on c.relnamespace = own.schema and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
    left join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and a.atttypid = 'uuid'::regtype
                            and not a.attisdropped),
tables as (
  select * from relations where relkind in ('r', 'p') and not cluster),
policies as (
  select p.polrelid,
         p.polname = 'tenant' and p.polpermissive and p.polcmd = '*' and p.polroles = '{0}' and p.polwithcheck is null
           and pg_get_expr(p.polqual, p.polrelid) = pg_get_expr(t.polqual, t.polrelid) as tenant,
         p.polname = 'kernel' and (own.kernel or p.polrelid::regclass::text = 'settings.organizations')
           and p.polroles = array[own.kernel_role] as for_kernel,
         p.polpermissive and p.polcmd = 'r' and p.polroles = array[own.owner] as for_functions,
         p.polname
    from own, pg_policy p, pg_policy t
   where t.polrelid = 'platform.tenant_row'::regclass and t.polname = 'tenant'),
grants as (
  select r.oid, r.name, r.relkind, r.cluster, g.*
    from relations r, aclexplode(r.relacl) g where g.grantee <> r.relowner
  union all
  select r.oid, r.name, r.relkind, r.cluster, g.*
    from relations r join pg_attribute a on a.attrelid = r.oid, aclexplode(a.attacl) g where g.grantee <> r.relowner),
granted as (
  select g.*, case
      when g.is_grantable then false
      when g.grantee = own.module_role then
        -- who asks for a job does so in the asker's transaction
        (not g.cluster or (g.name = 'platform.job_executions' and g.privilege_type = 'INSERT'))
        and (g.privilege_type in ('SELECT', 'INSERT', 'UPDATE', 'DELETE') or (g.relkind = 'S' and g.privilege_type = 'USAGE'))
      when g.grantee = own.all_modules then
        (g.name in ('platform.event_outbox', 'platform.event_deliveries', 'activities.activities')
          and g.privilege_type = 'INSERT')
        or (g.name = 'platform.event_sequence' and g.privilege_type = 'USAGE')
      when g.grantee = own.kernel_role then own.kernel
        or (g.name = 'settings.organizations' and g.privilege_type = 'SELECT')
      else false
    end as allowed
    from own, grants g)

select inspected, 'there is no such schema' where not exists (select from own)
union all
select own.nspname, 'the schema is not the owner''s' from own where own.nspowner <> own.owner
union all
select name, 'there is no column organization_id of type uuid' from tables where organization is null
union all
select name, 'row level security is not enabled and forced' from tables where not (relrowsecurity and relforcerowsecurity)
union all
select name, 'the platform''s row level security policy is missing or differs' from tables
 where not exists (select from policies p where p.polrelid = tables.oid and p.tenant)
union all
select t.name, format('policy %s is not the platform''s', p.polname) from tables t join policies p on p.polrelid = t.oid
 where not (p.tenant or p.for_kernel or p.for_functions)
union all
select t.name, 'the primary key does not begin with organization_id' from tables t
  left join pg_index i on i.indrelid = t.oid and i.indisprimary
 where i.indkey[0] is distinct from t.organization
union all
select t.name, format('foreign key %s does not lead to the same organization', k.conname)
  from tables t
  join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
  left join pg_attribute o on o.attrelid = k.confrelid and o.attname = 'organization_id'
 where not exists (select from generate_subscripts(k.conkey, 1) i
                    where k.conkey[i] = t.organization and k.confkey[i] = o.attnum)
union all
select t.name, format('foreign key %s would clear organization_id', k.conname)
  from tables t
  join pg_constraint k on k.conrelid = t.oid and k.contype = 'f' and k.confdeltype in ('n', 'd')
 where k.confdelsetcols is null or t.organization = any (k.confdelsetcols)
union all
select t.name, format('rule %s changes what its statements do', w.rulename)
  from tables t join pg_rewrite w on w.ev_class = t.oid
union all
select name, 'it is not the owner''s' from relations, own where relowner <> own.owner
union all
select name, 'the view lacks security_invoker' from relations
 where relkind = 'v' and not exists (select from unnest(reloptions) o
                                      where o ~* '^security_invoker=(true|on|yes|1)$')
union all
select name, 'a materialized view cannot be kept apart by organization' from relations where relkind = 'm'
union all
select name, 'a foreign table cannot be kept apart by organization' from relations where relkind = 'f'
union all
select g.name, format('%s is granted to %s', lower(g.privilege_type),
                      case g.grantee when 0 then 'public' else pg_get_userbyid(g.grantee) end)
  from granted g where not g.allowed
union all
select own.nspname, format('%s on the schema is granted to %s', lower(g.privilege_type),
                           case g.grantee when 0 then 'public' else pg_get_userbyid(g.grantee) end)
  from own, aclexplode(own.nspacl) g
 where g.grantee <> own.nspowner
   and not (g.privilege_type = 'USAGE' and not g.is_grantable
            and (g.grantee = own.module_role
                 or (g.grantee = own.all_modules and own.nspname in ('platform', 'activities'))
                 or (g.grantee = own.kernel_role and own.nspname in ('platform', 'settings'))))
union all
select own.nspname, format('default privileges of %s', pg_get_userbyid(d.defaclrole))
  from own join pg_default_acl d on d.defaclnamespace = own.schema
union all
select f.oid::regprocedure::text, 'it is not the owner''s'
  from own join pg_proc f on f.pronamespace = own.schema where f.proowner <> own.owner
union all
select f.oid::regprocedure::text, 'it runs as its owner (security definer) without a search_path of its own'
  from own join pg_proc f on f.pronamespace = own.schema
 where f.prosecdef and not exists (select from unnest(f.proconfig) c where c like 'search_path=%')
union all
select f.oid::regprocedure::text, format('execute is granted to %s', pg_get_userbyid(g.grantee))
  from own join pg_proc f on f.pronamespace = own.schema, aclexplode(f.proacl) g
 where g.grantee not in (0, f.proowner, own.module_role) and not own.kernel
 order by 1, 2
$$;
comment on function platform.inspect(text) is
  'Everything in a schema by which rows of one organization might reach another, or another module; no rows when all is well.';
revoke all on function platform.inspect(text) from public;
--rollback drop function platform.inspect(text);

--changeset platform:021 splitStatements:false runOnChange:true
create or replace function platform.outside(inspected text) returns table (object text, state text)
  language sql stable
  set search_path = pg_catalog, pg_temp
as $$
with schemas as (
  select * from pg_namespace where nspname <> inspected and nspname !~ '^pg_' and nspname <> 'information_schema')

select 'schema ' || nspname, concat_ws(' ', nspowner, nspacl) from schemas
union all
select 'relation ' || c.oid::regclass::text,
       concat_ws(' ', c.relkind, c.relowner, c.relacl, c.relrowsecurity, c.relforcerowsecurity, c.reloptions,
                 (select string_agg(concat_ws(' ', a.attname, a.atttypid, a.atttypmod, a.attnotnull, a.attacl,
                                              pg_get_expr(d.adbin, d.adrelid)), ',' order by a.attnum)
                    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                   where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped))
  from pg_class c join schemas s on s.oid = c.relnamespace
 where not exists (select from pg_index i join pg_class t on t.oid = i.indrelid
                     join pg_namespace n on n.oid = t.relnamespace where i.indexrelid = c.oid and n.nspname = inspected)
union all
select 'constraint ' || k.conname || ' on ' || c.oid::regclass::text, pg_get_constraintdef(k.oid)
  from pg_constraint k join pg_class c on c.oid = k.conrelid join schemas s on s.oid = c.relnamespace
union all
select 'policy ' || p.polname || ' on ' || c.oid::regclass::text,
       concat_ws(' ', p.polcmd, p.polpermissive, p.polroles, pg_get_expr(p.polqual, p.polrelid),
                 pg_get_expr(p.polwithcheck, p.polrelid))
  from pg_policy p join pg_class c on c.oid = p.polrelid join schemas s on s.oid = c.relnamespace
union all
select 'trigger ' || t.tgname || ' on ' || c.oid::regclass::text, concat_ws(' ', pg_get_triggerdef(t.oid), t.tgenabled)
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join schemas s on s.oid = c.relnamespace
 where not t.tgisinternal
union all
select 'rule ' || w.rulename || ' on ' || c.oid::regclass::text, pg_get_ruledef(w.oid)
  from pg_rewrite w join pg_class c on c.oid = w.ev_class join schemas s on s.oid = c.relnamespace
union all
select 'routine ' || f.oid::regprocedure::text,
       concat_ws(' ', f.proowner, f.proacl, f.prosecdef, f.proconfig, f.provolatile, md5(f.prosrc))
  from pg_proc f join schemas s on s.oid = f.pronamespace
union all
select 'type ' || t.oid::regtype::text, concat_ws(' ', t.typowner, t.typacl)
  from pg_type t join schemas s on s.oid = t.typnamespace where t.typtype in ('d', 'e', 'r')
union all
select 'role ' || rolname,
       concat_ws(' ', rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication, rolbypassrls, rolconfig,
                 (select string_agg(concat_ws(' ', m.roleid::regrole::text, m.grantor::regrole::text, m.admin_option), ','
                                    order by m.roleid, m.grantor)
                    from pg_auth_members m where m.member = r.oid))
  from pg_roles r
union all
select 'default privileges of ' || pg_get_userbyid(defaclrole), concat_ws(' ', defaclnamespace, defaclobjtype, defaclacl)
  from pg_default_acl where defaclnamespace not in (select oid from pg_namespace where nspname = inspected)
union all
select 'extension ' || extname, concat_ws(' ', extversion, extnamespace) from pg_extension
$$;
comment on function platform.outside(text) is
  'Everything outside a schema that its changelog must leave as it was; compared before and after.';
revoke all on function platform.outside(text) from public;
--rollback drop function platform.outside(text);

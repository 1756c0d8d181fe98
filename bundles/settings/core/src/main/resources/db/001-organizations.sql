--liquibase formatted sql

--changeset settings:001
-- logo_attachment_id becomes a foreign key when the table of attachments comes.
create table settings.organizations (
  like platform.tenant_row including all,
  name                    text not null check (length(name) between 1 and 255),
  legal_name              text check (length(legal_name) <= 255),
  slug                    text not null check (length(slug) <= 63),
  domain                  text check (length(domain) <= 255),
  tax_number              text check (length(tax_number) <= 50),
  email                   text check (length(email) <= 255),
  phone                   text check (length(phone) <= 50),
  website                 text check (length(website) <= 255),
  address_line1           text check (length(address_line1) <= 255),
  address_line2           text check (length(address_line2) <= 255),
  city                    text check (length(city) <= 100),
  state                   text check (length(state) <= 100),
  postal_code             text check (length(postal_code) <= 20),
  country_code            text not null default 'AU' check (length(country_code) <= 2),
  timezone                text not null default 'Australia/Sydney' check (length(timezone) <= 64),
  locale                  text not null default 'en-AU' check (length(locale) <= 20),
  currency                text not null default 'AUD' check (length(currency) <= 3),
  date_format             text not null default 'DD/MM/YYYY'
                          check (date_format in ('DD/MM/YYYY', 'MM/DD/YYYY', 'YYYY-MM-DD', 'DD.MM.YYYY')),
  time_format             text not null default '12h' check (time_format in ('12h', '24h')),
  number_format           text not null default '1,234.56' check (number_format in ('1,234.56', '1.234,56', '1 234,56')),
  fiscal_year_start       integer not null default 7 check (fiscal_year_start between 1 and 12),
  week_start_day          integer not null default 1 check (week_start_day between 0 and 6),
  default_tax_rate        numeric(5,2) not null default 10 check (default_tax_rate between 0 and 100),
  default_payment_terms   integer not null default 30 check (default_payment_terms between 0 and 365),
  logo_attachment_id      uuid,
  primary_color           text check (primary_color ~ '^#[0-9A-Fa-f]{6}$'),
  secondary_color         text check (secondary_color ~ '^#[0-9A-Fa-f]{6}$'),
  status                  text not null default 'trial' check (status in ('trial', 'active', 'suspended', 'closed')),
  plan                    text not null default 'free' check (plan in ('free', 'starter', 'pro', 'enterprise')),
  trial_ends_at           timestamptz,
  suspended_at            timestamptz,
  suspended_reason        text check (length(suspended_reason) <= 500),
  closed_at               timestamptz,
  purge_after             date,
  onboarding_dismissed_at timestamptz,
  constraint organizations_id_check check (id = organization_id),
  constraint organizations_slug_lower_check check (slug = lower(slug)),
  constraint organizations_domain_lower_check check (domain = lower(domain))
);
create unique index organizations_slug_key on settings.organizations (slug);
create unique index organizations_domain_key on settings.organizations (domain);
create index on settings.organizations (organization_id, status);
create index organizations_blocked on settings.organizations (status) where status in ('suspended', 'closed');
call platform.protect('settings.organizations');
--rollback drop table settings.organizations;

--changeset settings:002
-- The kernel's own role lists organizations; the owner's look-up below finds one by its name. Nobody else sees another's row.
call platform.open_to_kernel('settings.organizations');
create policy lookup on settings.organizations for select to current_user using (true);
--rollback revoke select on settings.organizations from renoz_platform;
--rollback revoke usage on schema settings from renoz_platform;
--rollback drop policy lookup on settings.organizations;
--rollback drop policy kernel on settings.organizations;

--changeset settings:003 splitStatements:false
-- SET-02: one slug or host name in, one organization out.
create function settings.resolve_organization(slug_or_host text)
  returns table (id uuid, name text, status text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.id, o.name, o.status
    from settings.organizations o
   where o.slug = lower(slug_or_host) or o.domain = lower(slug_or_host)
   order by o.slug = lower(slug_or_host) desc
   limit 1
$$;
--rollback drop function settings.resolve_organization(text);

--changeset settings:004
revoke all on function settings.resolve_organization(text) from public;
grant execute on function settings.resolve_organization(text) to renoz_m_settings;
--rollback revoke execute on function settings.resolve_organization(text) from renoz_m_settings;

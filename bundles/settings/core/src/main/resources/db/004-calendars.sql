--liquibase formatted sql

--changeset settings:030
create table settings.business_hours_config (
  like platform.tenant_row including all,
  name              text    not null default 'Standard Hours' check (length(name) <= 100),
  timezone          text    not null default 'Australia/Sydney' check (length(timezone) <= 64),
  region            text    not null default '' check (length(region) <= 50),
  observes_holidays boolean not null default true,
  is_default        boolean not null default false,
  constraint business_hours_config_name_key unique (organization_id, name)
);
create unique index business_hours_config_is_default_key on settings.business_hours_config (organization_id, is_default) where is_default;
create index on settings.business_hours_config (organization_id, is_default);
call platform.protect('settings.business_hours_config');
--rollback drop table settings.business_hours_config;

--changeset settings:031
create table settings.business_hours_periods (
  like platform.tenant_row including all,
  business_hours_id uuid    not null,
  day_of_week       integer not null check (day_of_week between 0 and 6),
  opens_at          time    not null,
  closes_at         time    not null,
  constraint business_hours_periods_closes_at_check check (closes_at > opens_at or closes_at = '00:00'),
  constraint business_hours_periods_opens_at_key unique (organization_id, business_hours_id, day_of_week, opens_at),
  foreign key (organization_id, business_hours_id) references settings.business_hours_config
);
call platform.protect('settings.business_hours_periods');
--rollback drop table settings.business_hours_periods;

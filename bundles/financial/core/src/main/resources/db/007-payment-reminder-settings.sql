--liquibase formatted sql

--changeset financial:007
create table financial.payment_reminder_settings (
  like platform.tenant_row including all,
  is_enabled          boolean not null default false,
  default_template_id uuid,
  send_hour           integer not null default 9,
  send_on_weekends    boolean not null default false,
  min_balance         numeric(12,2) not null default 5.0,
  min_days_between    integer not null default 6,
  max_reminders       integer not null default 5,
  attach_invoice      boolean not null default true,
  cc_owner            boolean not null default false,
  hold_after_days     integer,
  from_identity_id    uuid,
  check (send_hour between 0 and 23),
  check (min_balance >= 0),
  check (min_days_between >= 0),
  check (max_reminders > 0),
  check (hold_after_days is null or hold_after_days > 0),
  foreign key (organization_id, default_template_id) references financial.reminder_templates
);
create unique index payment_reminder_settings_organization_id_key on financial.payment_reminder_settings (organization_id)
  where true;
create index on financial.payment_reminder_settings (organization_id, default_template_id);
call platform.protect('financial.payment_reminder_settings');
--rollback drop table financial.payment_reminder_settings;

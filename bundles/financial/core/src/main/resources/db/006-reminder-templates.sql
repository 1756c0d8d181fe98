--liquibase formatted sql

--changeset financial:006
create table financial.reminder_templates (
  like platform.tenant_row including all,
  name         text not null check (length(name) <= 100),
  days_overdue integer not null,
  subject      text not null check (length(subject) <= 255),
  body         text not null check (length(body) <= 20000),
  fee_amount   numeric(12,2) not null default 0,
  is_active    boolean not null default true,
  sort_order   integer not null default 0,
  check (days_overdue between -60 and 365),
  check (fee_amount >= 0)
);
create unique index reminder_templates_name_key on financial.reminder_templates (organization_id, name);
create unique index reminder_templates_days_overdue_key on financial.reminder_templates (organization_id, days_overdue);
create index on financial.reminder_templates (organization_id, is_active, days_overdue);
call platform.protect('financial.reminder_templates');
--rollback drop table financial.reminder_templates;

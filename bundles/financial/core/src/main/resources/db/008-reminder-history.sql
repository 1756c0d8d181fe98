--liquibase formatted sql

--changeset financial:008
create table financial.reminder_history (
  like platform.tenant_row including all,
  order_id         uuid not null,
  customer_id      uuid not null,
  template_id      uuid,
  template_name    text check (length(template_name) <= 100),
  ladder_days      integer,
  days_overdue     integer not null,
  balance_due      numeric(12,2) not null,
  subject_sent     text check (length(subject_sent) <= 255),
  body_sent        text check (length(body_sent) <= 20000),
  recipient_email  text not null check (length(recipient_email) <= 320),
  sent_at          timestamptz not null,
  delivery_status  text not null default 'queued'
                    check (delivery_status in ('queued', 'pending', 'sent', 'delivered', 'bounced', 'failed', 'skipped')),
  delivery_error   text check (length(delivery_error) <= 1000),
  is_manual_send   boolean not null default false,
  email_history_id uuid,
  run_key          text check (length(run_key) <= 100),
  notes            text check (length(notes) <= 500),
  foreign key (organization_id, order_id) references orders.orders,
  foreign key (organization_id, customer_id) references customers.customers,
  foreign key (organization_id, template_id) references financial.reminder_templates
);
create unique index reminder_history_run_key_key on financial.reminder_history (organization_id, run_key);
create index on financial.reminder_history (organization_id, order_id, sent_at);
create index on financial.reminder_history (organization_id, customer_id, sent_at);
create index on financial.reminder_history (organization_id, sent_at);
create index on financial.reminder_history (organization_id, delivery_status);
create index on financial.reminder_history (organization_id, template_id);
call platform.protect('financial.reminder_history');
--rollback drop table financial.reminder_history;

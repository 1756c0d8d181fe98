--liquibase formatted sql

--changeset customers:005
create table customers.customer_activities (
  like platform.tenant_row including all,
  customer_id      uuid not null,
  contact_id       uuid,
  activity_type    text not null
                   check (activity_type in ('call', 'email', 'meeting', 'note', 'quote', 'order', 'complaint', 'feedback',
                                            'website_visit', 'social_interaction')),
  direction        text check (direction in ('inbound', 'outbound', 'internal')),
  subject          text check (length(subject) <= 255),
  description      text not null check (length(description) <= 5000),
  outcome          text check (length(outcome) <= 1000),
  duration_minutes integer check (duration_minutes >= 0),
  scheduled_at     timestamptz,
  completed_at     timestamptz,
  assigned_to      uuid,
  is_pinned        boolean not null default false,
  source_type      text check (length(source_type) <= 60),
  source_id        uuid,
  metadata         jsonb,
  foreign key (organization_id, customer_id) references customers.customers,
  foreign key (organization_id, contact_id) references customers.contacts,
  foreign key (organization_id, assigned_to) references users.users
);
create unique index customer_activities_source_type_source_id_activity_type_key
  on customers.customer_activities (organization_id, source_type, source_id, activity_type)
  where source_id is not null;
create index on customers.customer_activities (organization_id, customer_id, created_at);
create index on customers.customer_activities (organization_id, contact_id);
create index on customers.customer_activities (organization_id, assigned_to, scheduled_at);
create index on customers.customer_activities (organization_id, scheduled_at);
create index on customers.customer_activities (organization_id, activity_type);
call platform.protect('customers.customer_activities');
--rollback drop table customers.customer_activities;

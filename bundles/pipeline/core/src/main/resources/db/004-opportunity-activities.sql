--liquibase formatted sql

--changeset pipeline:004
create table pipeline.opportunity_activities (
  like platform.tenant_row including all,
  opportunity_id uuid not null,
  type           text not null check (type in ('call', 'email', 'meeting', 'note', 'follow_up')),
  subject        text check (length(subject) <= 255),
  description    text not null check (length(description) <= 2000),
  outcome        text check (length(outcome) <= 1000),
  assigned_to    uuid,
  contact_id     uuid,
  scheduled_at   timestamptz,
  completed_at   timestamptz,
  source_type    text check (length(source_type) <= 60),
  source_id      uuid,
  foreign key (organization_id, opportunity_id) references pipeline.opportunities,
  foreign key (organization_id, assigned_to) references users.users,
  foreign key (organization_id, contact_id) references customers.contacts
);
create unique index opportunity_activities_source_type_source_id_type_key on pipeline.opportunity_activities (organization_id, source_type, source_id, type)
  where source_id is not null;
create index on pipeline.opportunity_activities (organization_id, opportunity_id, created_at);
create index on pipeline.opportunity_activities (organization_id, assigned_to, scheduled_at);
create index on pipeline.opportunity_activities (organization_id, scheduled_at);
create index on pipeline.opportunity_activities (organization_id, contact_id);
call platform.protect('pipeline.opportunity_activities');
--rollback drop table pipeline.opportunity_activities;

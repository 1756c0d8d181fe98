--liquibase formatted sql

--changeset pipeline:003
create table pipeline.opportunity_stage_history (
  like platform.tenant_row including all,
  opportunity_id        uuid not null,
  from_stage            text check (from_stage in ('new', 'qualified', 'proposal', 'negotiation', 'won', 'lost')),
  to_stage              text not null check (to_stage in ('new', 'qualified', 'proposal', 'negotiation', 'won', 'lost')),
  changed_at            timestamptz not null,
  changed_by            uuid,
  probability           numeric(5,2) not null,
  value                 numeric(12,2) not null,
  seconds_in_from_stage bigint,
  foreign key (organization_id, opportunity_id) references pipeline.opportunities,
  foreign key (organization_id, changed_by) references users.users
);
create index on pipeline.opportunity_stage_history (organization_id, opportunity_id, changed_at);
create index on pipeline.opportunity_stage_history (organization_id, to_stage, changed_at);
create index on pipeline.opportunity_stage_history (organization_id, changed_by);
call platform.protect('pipeline.opportunity_stage_history');
call platform.append_only('pipeline.opportunity_stage_history');
--rollback drop table pipeline.opportunity_stage_history;

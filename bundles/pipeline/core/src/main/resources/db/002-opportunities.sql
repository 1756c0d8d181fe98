--liquibase formatted sql

--changeset pipeline:002
create table pipeline.opportunities (
  like platform.tenant_row including all,
  deleted_at          timestamptz,
  opportunity_number  text not null check (length(opportunity_number) <= 30),
  title               text not null check (length(title) <= 255),
  description         text check (length(description) <= 2000),
  customer_id         uuid not null,
  contact_id          uuid,
  site_address_id     uuid,
  assigned_to         uuid,
  stage               text not null default 'new' check (stage in ('new', 'qualified', 'proposal', 'negotiation', 'won', 'lost')),
  stage_changed_at    timestamptz not null,
  probability         numeric(5,2) not null default 10,
  value               numeric(12,2) not null default 0,
  value_source        text not null default 'manual' check (value_source in ('manual', 'quote')),
  weighted_value      numeric(12,2) not null default 0,
  source              text
                       check (source in ('referral', 'website', 'cold_call', 'trade_show', 'existing_customer', 'campaign', 'partner', 'other')),
  source_detail       text check (length(source_detail) <= 255),
  campaign_id         uuid,
  expected_close_date date,
  actual_close_date   date,
  follow_up_date      date,
  follow_up_note      text check (length(follow_up_note) <= 500),
  win_loss_reason_id  uuid,
  lost_notes          text check (length(lost_notes) <= 2000),
  lost_from_stage     text check (lost_from_stage in ('new', 'qualified', 'proposal', 'negotiation', 'won', 'lost')),
  competitor_name     text check (length(competitor_name) <= 100),
  budget_amount       numeric(12,2),
  order_id            uuid,
  tags                text[],
  external_ref        text check (length(external_ref) <= 255),
  metadata            jsonb,
  check (probability between 0 and 100),
  check (value >= 0),
  check (stage not in ('won','lost') or actual_close_date is not null),
  check (stage <> 'won' or probability = 100),
  check (stage <> 'lost' or probability = 0),
  check (budget_amount is null or budget_amount >= 0),
  foreign key (organization_id, customer_id) references customers.customers,
  foreign key (organization_id, contact_id) references customers.contacts,
  foreign key (organization_id, site_address_id) references customers.addresses,
  foreign key (organization_id, assigned_to) references users.users,
  foreign key (organization_id, win_loss_reason_id) references pipeline.win_loss_reasons
);
create unique index opportunities_external_ref_key on pipeline.opportunities (organization_id, external_ref)
  where deleted_at is null;
create unique index opportunities_opportunity_number_key on pipeline.opportunities (organization_id, opportunity_number);
create index on pipeline.opportunities (organization_id, stage, stage_changed_at);
create index on pipeline.opportunities (organization_id, customer_id);
create index on pipeline.opportunities (organization_id, assigned_to, stage);
create index on pipeline.opportunities (organization_id, expected_close_date);
create index on pipeline.opportunities (organization_id, follow_up_date);
create index on pipeline.opportunities (organization_id, actual_close_date);
create index on pipeline.opportunities (organization_id, win_loss_reason_id);
create index on pipeline.opportunities (organization_id, created_at);
create index on pipeline.opportunities (organization_id, contact_id);
create index on pipeline.opportunities (organization_id, site_address_id);
call platform.protect('pipeline.opportunities');
--rollback drop table pipeline.opportunities;

--liquibase formatted sql

--changeset customers:011
create table customers.customer_merge_audit (
  like platform.tenant_row including all,
  primary_customer_id uuid not null,
  merged_customer_id  uuid,
  action              text not null check (action in ('merged', 'dismissed', 'undone')),
  reason              text check (length(reason) <= 1000),
  performed_by        uuid,
  performed_at        timestamptz not null,
  rows_moved          integer not null default 0,
  merged_data         jsonb,
  foreign key (organization_id, primary_customer_id) references customers.customers,
  foreign key (organization_id, merged_customer_id) references customers.customers,
  foreign key (organization_id, performed_by) references users.users
);
create index on customers.customer_merge_audit (organization_id, primary_customer_id, performed_at);
create index on customers.customer_merge_audit (organization_id, merged_customer_id);
create index on customers.customer_merge_audit (organization_id, action, performed_at);
create index on customers.customer_merge_audit (organization_id, performed_by);
call platform.protect('customers.customer_merge_audit');
--rollback drop table customers.customer_merge_audit;

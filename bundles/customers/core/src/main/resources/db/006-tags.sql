--liquibase formatted sql

--changeset customers:006
create table customers.customer_tags (
  like platform.tenant_row including all,
  name        text not null check (length(name) <= 50),
  description text check (length(description) <= 255),
  color       text not null default '#6B7280' check (color ~ '^#[0-9A-Fa-f]{6}$'),
  category    text check (length(category) <= 50),
  is_active   boolean not null default true,
  usage_count integer not null default 0 check (usage_count >= 0)
);
create unique index customer_tags_name_key on customers.customer_tags (organization_id, name);
create index on customers.customer_tags (organization_id, category);
create index on customers.customer_tags (organization_id, is_active);
call platform.protect('customers.customer_tags');
--rollback drop table customers.customer_tags;

--changeset customers:007
create table customers.customer_tag_assignments (
  like platform.tenant_row including all,
  customer_id uuid not null,
  tag_id      uuid not null,
  assigned_at timestamptz not null,
  assigned_by uuid,
  notes       text check (length(notes) <= 500),
  foreign key (organization_id, customer_id) references customers.customers,
  foreign key (organization_id, tag_id) references customers.customer_tags,
  foreign key (organization_id, assigned_by) references users.users
);
create unique index customer_tag_assignments_customer_id_tag_id_key
  on customers.customer_tag_assignments (organization_id, customer_id, tag_id) nulls not distinct;
create index on customers.customer_tag_assignments (organization_id, tag_id);
create index on customers.customer_tag_assignments (organization_id, assigned_by);
call platform.protect('customers.customer_tag_assignments');
--rollback drop table customers.customer_tag_assignments;

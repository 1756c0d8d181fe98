--liquibase formatted sql

--changeset suppliers:005
create table suppliers.purchase_order_approval_rule_approvers (
  like platform.tenant_row including all,
  approval_rule_id uuid not null,
  level            integer not null default 1,
  role             text check (length(role) <= 40),
  user_id          uuid,
  is_escalation    boolean not null default false,
  check (num_nonnulls(role, user_id) = 1),
  check (level > 0),
  foreign key (organization_id, approval_rule_id) references suppliers.purchase_order_approval_rules,
  foreign key (organization_id, user_id) references users.users
);
create unique index purchase_order_approval_rule_approvers_level_key on suppliers.purchase_order_approval_rule_approvers (organization_id, approval_rule_id, level, role, user_id, is_escalation) nulls not distinct;
create index on suppliers.purchase_order_approval_rule_approvers (organization_id, user_id);
call platform.protect('suppliers.purchase_order_approval_rule_approvers');
--rollback drop table suppliers.purchase_order_approval_rule_approvers;

--liquibase formatted sql

--changeset suppliers:008
create table suppliers.purchase_order_approvals (
  like platform.tenant_row including all,
  purchase_order_id uuid not null,
  approval_rule_id  uuid,
  round             integer not null default 1,
  level             integer not null default 1,
  approver_id       uuid not null,
  status            text not null default 'pending' check (status in ('pending', 'approved', 'rejected', 'escalated', 'skipped')),
  comments          text check (length(comments) <= 2000),
  decided_by        uuid,
  approved_at       timestamptz,
  rejected_at       timestamptz,
  due_at            timestamptz,
  escalated_to      uuid,
  escalated_at      timestamptz,
  escalation_reason text check (length(escalation_reason) <= 500),
  delegated_from    uuid,
  check (level > 0),
  check ((status = 'approved') = (approved_at is not null)),
  check ((status = 'rejected') = (rejected_at is not null)),
  check ((escalated_to is null) = (escalated_at is null)),
  foreign key (organization_id, purchase_order_id) references suppliers.purchase_orders,
  foreign key (organization_id, approval_rule_id) references suppliers.purchase_order_approval_rules,
  foreign key (organization_id, approver_id) references users.users,
  foreign key (organization_id, decided_by) references users.users,
  foreign key (organization_id, escalated_to) references users.users,
  foreign key (organization_id, delegated_from) references users.users
);
create unique index purchase_order_approvals_purchase_order_id_round_level_key on suppliers.purchase_order_approvals (organization_id, purchase_order_id, round, level);
create index on suppliers.purchase_order_approvals (organization_id, approver_id, status);
create index on suppliers.purchase_order_approvals (organization_id, status, due_at);
create index on suppliers.purchase_order_approvals (organization_id, escalated_to, status);
create index on suppliers.purchase_order_approvals (organization_id, approval_rule_id);
create index on suppliers.purchase_order_approvals (organization_id, decided_by);
create index on suppliers.purchase_order_approvals (organization_id, delegated_from);
call platform.protect('suppliers.purchase_order_approvals');
--rollback drop table suppliers.purchase_order_approvals;

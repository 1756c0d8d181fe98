--liquibase formatted sql

--changeset users:040
create table users.user_delegations (
  like platform.tenant_row including all,
  deleted_at   timestamptz,
  delegator_id uuid        not null,
  delegate_id  uuid        not null,
  start_date   timestamptz not null,
  end_date     timestamptz not null,
  scope        text        not null default 'approvals' check (scope in ('notifications', 'approvals', 'full')),
  reason       text        check (length(reason) <= 500),
  is_active    boolean     not null default true,
  cancelled_at timestamptz,
  foreign key (organization_id, delegator_id) references users.users,
  foreign key (organization_id, delegate_id) references users.users,
  constraint user_delegations_end_check check (start_date < end_date),
  constraint user_delegations_delegate_check check (delegator_id <> delegate_id)
);
create index on users.user_delegations (organization_id, delegator_id, is_active, start_date);
create index on users.user_delegations (organization_id, delegate_id, is_active, start_date);
create index on users.user_delegations (organization_id, is_active, start_date, end_date);
call platform.protect('users.user_delegations');
--rollback drop table users.user_delegations;

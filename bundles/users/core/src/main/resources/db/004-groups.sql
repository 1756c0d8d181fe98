--liquibase formatted sql

--changeset users:030
create table users.user_groups (
  like platform.tenant_row including all,
  deleted_at      timestamptz,
  name            text    not null check (length(name) between 1 and 100),
  description     text    check (length(description) <= 500),
  color           text    check (length(color) <= 7),
  email           text    check (length(email) <= 255),
  parent_group_id uuid,
  is_active       boolean not null default true,
  foreign key (organization_id, parent_group_id) references users.user_groups,
  constraint user_groups_color_form_check check (color is null or color ~ '^#[0-9A-Fa-f]{6}$'),
  constraint user_groups_parent_check check (parent_group_id is null or parent_group_id <> id)
);
create unique index user_groups_name_key on users.user_groups (organization_id, name) where deleted_at is null;
create index on users.user_groups (organization_id, is_active);
create index on users.user_groups (organization_id, parent_group_id);
call platform.protect('users.user_groups');
--rollback drop table users.user_groups;

--changeset users:031
create table users.user_group_members (
  like platform.tenant_row including all,
  group_id  uuid        not null,
  user_id   uuid        not null,
  role      text        not null default 'member' check (role in ('member', 'lead', 'manager')),
  joined_at timestamptz not null,
  added_by  uuid,
  constraint user_group_members_user_id_key unique (organization_id, group_id, user_id),
  foreign key (organization_id, group_id) references users.user_groups,
  foreign key (organization_id, user_id) references users.users,
  foreign key (organization_id, added_by) references users.users
);
create index on users.user_group_members (organization_id, user_id);
create index on users.user_group_members (organization_id, group_id, role);
create index on users.user_group_members (organization_id, added_by);
call platform.protect('users.user_group_members');
--rollback drop table users.user_group_members;

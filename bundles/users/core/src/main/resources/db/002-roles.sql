--liquibase formatted sql

--changeset users:010
create table users.roles (
  like platform.tenant_row including all,
  key         text    not null check (length(key) <= 50 and key ~ '^[a-z][a-z0-9_]*$'),
  name        text    not null check (length(name) between 1 and 100),
  description text    check (length(description) <= 500),
  is_system   boolean not null default false,
  constraint roles_key_key unique (organization_id, key),
  constraint roles_name_key unique (organization_id, name)
);
call platform.protect('users.roles');
--rollback drop table users.roles;

--changeset users:011
create table users.role_permissions (
  like platform.tenant_row including all,
  role_id    uuid    not null,
  permission text    not null check (length(permission) <= 100),
  is_default boolean not null default false,
  constraint role_permissions_permission_key unique (organization_id, role_id, permission),
  foreign key (organization_id, role_id) references users.roles
);
create index on users.role_permissions (organization_id, permission);
call platform.protect('users.role_permissions');
--rollback drop table users.role_permissions;

--changeset users:012
create table users.user_roles (
  like platform.tenant_row including all,
  user_id uuid not null,
  role_id uuid not null,
  constraint user_roles_role_id_key unique (organization_id, user_id, role_id),
  foreign key (organization_id, user_id) references users.users,
  constraint user_roles_role_fkey foreign key (organization_id, role_id) references users.roles
);
create index on users.user_roles (organization_id, role_id);
call platform.protect('users.user_roles');
--rollback drop table users.user_roles;

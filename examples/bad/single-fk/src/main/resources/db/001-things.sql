--liquibase formatted sql

--changeset bad-single-fk:001
create table bad_single_fk.parents (like platform.tenant_row including all, unique (id));
create table bad_single_fk.parts (
  like platform.tenant_row including all,
  parent_id uuid references bad_single_fk.parents (id)
);
call platform.protect('bad_single_fk.parents');
call platform.protect('bad_single_fk.parts');
--rollback drop table bad_single_fk.parts;
--rollback drop table bad_single_fk.parents;

--liquibase formatted sql

--changeset bad-no-rls:001
create table bad_no_rls.things (
  like platform.tenant_row including all,
  name text not null check (length(name) <= 50)
);
--rollback drop table bad_no_rls.things;

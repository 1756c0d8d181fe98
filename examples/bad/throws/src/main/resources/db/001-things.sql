--liquibase formatted sql

--changeset bad-throws:001
create table bad_throws.things (like platform.tenant_row including all);
call platform.protect('bad_throws.things');
--rollback drop table bad_throws.things;

--liquibase formatted sql

--changeset bad-wrong-tenant:001
create table bad_wrong_tenant.things (like platform.tenant_row including all);
call platform.protect('bad_wrong_tenant.things');
--rollback drop table bad_wrong_tenant.things;

--liquibase formatted sql

--changeset bad-foreign-schema:001
create table customers.squatters (like platform.tenant_row including all);
call platform.protect('customers.squatters');
--rollback drop table customers.squatters;

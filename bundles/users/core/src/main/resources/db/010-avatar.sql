--liquibase formatted sql

--changeset users:090
create index on users.users (organization_id, avatar_attachment_id);
alter table users.users add constraint users_avatar_attachment_fkey
  foreign key (organization_id, avatar_attachment_id) references settings.attachments;
--rollback alter table users.users drop constraint users_avatar_attachment_fkey;

--liquibase formatted sql

--changeset pipeline:001
create table pipeline.win_loss_reasons (
  like platform.tenant_row including all,
  name                text not null check (length(name) <= 100),
  type                text not null check (type in ('win', 'loss')),
  description         text check (length(description) <= 500),
  is_active           boolean not null default true,
  is_default          boolean not null default false,
  requires_competitor boolean not null default false,
  sort_order          integer not null default 0
);
create unique index win_loss_reasons_type_name_key on pipeline.win_loss_reasons (organization_id, type, name);
create index on pipeline.win_loss_reasons (organization_id, type, is_active, sort_order);
call platform.protect('pipeline.win_loss_reasons');
--rollback drop table pipeline.win_loss_reasons;

--liquibase formatted sql

--changeset sample:001
create table sample.boxes (
  like platform.tenant_row including all,
  name       text          not null check (length(name) <= 100),
  kind       text          not null default 'small_one' check (kind in ('small_one', 'big')),
  price      numeric(12,2),
  packed_at  timestamptz,
  best_before date,
  opens      time,
  labels     text[]        not null default '{}',
  extra      jsonb,
  pin        text          check (length(pin) <= 20),
  phone      text          check (length(phone) <= 20),
  deleted_at timestamptz
);
create unique index boxes_name_key on sample.boxes (organization_id, name) where deleted_at is null;
call platform.protect('sample.boxes');
--rollback drop table sample.boxes;

--changeset sample:002
create table sample.things (
  like platform.tenant_row including all,
  box_id uuid    not null,
  name   text    not null check (length(name) <= 100),
  pieces integer not null default 1,
  foreign key (organization_id, box_id) references sample.boxes
);
create index on sample.things (organization_id, box_id);
call platform.protect('sample.things');
--rollback drop table sample.things;

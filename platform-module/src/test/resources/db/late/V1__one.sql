create table late_one (id integer);

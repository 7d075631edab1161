create table late_two (id integer);

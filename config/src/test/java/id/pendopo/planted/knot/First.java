package id.pendopo.planted.knot;

record First(Second next) {}

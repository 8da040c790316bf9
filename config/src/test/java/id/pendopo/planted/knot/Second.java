package id.pendopo.planted.knot;

record Second(Third next) {}

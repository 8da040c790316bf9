package id.pendopo.planted.knot;

record Third(Fourth next) {}

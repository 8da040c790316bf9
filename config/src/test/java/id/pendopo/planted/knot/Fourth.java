package id.pendopo.planted.knot;

record Fourth(First next) {}

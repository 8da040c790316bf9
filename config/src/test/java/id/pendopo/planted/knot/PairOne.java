package id.pendopo.planted.knot;

record PairOne(PairTwo other) {}

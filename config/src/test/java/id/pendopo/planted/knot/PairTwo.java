package id.pendopo.planted.knot;

record PairTwo(PairOne other) {}

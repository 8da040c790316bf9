package id.pendopo.planted.left;

import id.pendopo.planted.right.Right;

public record Left(Right right) {}

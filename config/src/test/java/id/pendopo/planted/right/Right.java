package id.pendopo.planted.right;

import id.pendopo.planted.left.Left;

public record Right(Left left) {}

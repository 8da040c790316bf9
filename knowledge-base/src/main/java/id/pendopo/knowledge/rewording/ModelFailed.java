package id.pendopo.knowledge.rewording;

/** The model gave no answer that can be read. The message has no words of anybody's. */
final class ModelFailed extends RuntimeException {

    ModelFailed(String reason) {
        super(reason);
    }
}

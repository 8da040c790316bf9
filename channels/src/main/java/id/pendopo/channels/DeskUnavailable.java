package id.pendopo.channels;

/** The desk cannot take a request in now; the caller answers 503 and the provider comes back. */
final class DeskUnavailable extends RuntimeException {

    DeskUnavailable(String reason) {
        super(reason);
    }
}

package id.pendopo.channels;

/**
 * Temporarily unavailable: the desk cannot take a request in now; the caller answers 503 and the provider comes back.
 */
public final class DeskUnavailable extends RuntimeException {

    public DeskUnavailable(String reason) {
        super(reason);
    }
}

package id.pendopo.channels.gateway.outbound;

import id.pendopo.channels.adapter.SendFailed;

/** A failed dispatch: a message that its provider did not take, on its way to the failure flow. */
public final class Undelivered extends RuntimeException {

    private final transient Dispatch dispatch;
    private final SendFailed failure;

    Undelivered(Dispatch dispatch, SendFailed failure) {
        super(failure);
        this.dispatch = dispatch;
        this.failure = failure;
    }

    Dispatch dispatch() {
        return dispatch;
    }

    SendFailed failure() {
        return failure;
    }
}

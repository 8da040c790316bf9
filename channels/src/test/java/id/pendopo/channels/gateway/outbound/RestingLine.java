package id.pendopo.channels.gateway.outbound;

import id.pendopo.channels.adapter.SendFailed;

/** Opens and closes an account's circuit breaker, for tests of what people see of it. */
public record RestingLine(CircuitBreakers breakers, String account) {

    public void failed(SendFailed failure) {
        breakers.failed(account, failure);
    }

    public void mended() {
        breakers.mended(account);
    }
}

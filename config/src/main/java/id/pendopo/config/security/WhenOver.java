package id.pendopo.config.security;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Does something once a request is over, however it ended. */
record WhenOver(Runnable step) implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {
        step.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {
        step.run();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}

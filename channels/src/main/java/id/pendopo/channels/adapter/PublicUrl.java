package id.pendopo.channels.adapter;

import java.net.URI;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/** The desk's public address from the configuration, for links and callbacks in what adapters send. */
public final class PublicUrl {

    private PublicUrl() {}

    /** @param environment absent for programs without a desk, which take the address of a demonstration */
    public static URI of(ObjectProvider<Environment> environment) {
        return URI.create(environment
                .getIfAvailable(StandardEnvironment::new)
                .getProperty("pendopo.public-url", "http://127.0.0.1:8080"));
    }
}

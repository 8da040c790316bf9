package id.pendopo.channels.web.streams;

import id.pendopo.channels.Limits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Bean configuration of the limits of chat streams. */
@Configuration(proxyBeanMethods = false)
class StreamLimits {

    /** Heap that an idle stream holds, in bytes. */
    private static final long HEAP = 104 << 10;

    /** Streams take a quarter of the heap and no more. */
    private static final int SHARE = 4;

    private static final long FEWEST = 500;

    @Bean
    Limits.Adjustable mostStreams() {
        long standard = Math.max(FEWEST, Runtime.getRuntime().maxMemory() / SHARE / HEAP);
        return new Limits.Adjustable(
                ServletStreams.MOST,
                "limits." + ServletStreams.MOST,
                standard,
                1,
                Math.max(1_000_000, standard),
                false);
    }

    /** Minutes. */
    @Bean
    Limits.Adjustable idleStreams() {
        return new Limits.Adjustable(ServletStreams.IDLE, "limits." + ServletStreams.IDLE, 60, 1, 1440, false);
    }
}

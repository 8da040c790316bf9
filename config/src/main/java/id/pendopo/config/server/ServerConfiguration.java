package id.pendopo.config.server;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Optional;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the limits of connections into Tomcat. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ServerConfiguration {

    @Bean
    ConnectionLimits connectionLimits(ConnectionProperties settings) {
        return ConnectionLimits.of(settings, Runtime.getRuntime().maxMemory());
    }

    @Bean
    Proxies proxies(ConnectionProperties settings) {
        return new Proxies(settings.proxies());
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedConnections(
            ConnectionLimits limits, Proxies proxies) {
        return factory -> {
            factory.setProtocol(BoundedProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> bounded(connector).limit(limits, proxies));
            factory.addContextCustomizers(context -> reportsUnreadableRequests((StandardHost) context.getParent()));
        };
    }

    @Bean
    FilterRegistrationBean<RequestsPerNetworkFilter> requestsPerNetwork(ConnectionLimits limits, Proxies proxies) {
        FilterRegistrationBean<RequestsPerNetworkFilter> filter = new FilterRegistrationBean<>(
                new RequestsPerNetworkFilter(new NetworkCounts(proxies, limits.perNetwork())));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    MeterBinder connectionMeters(ServletWebServerApplicationContext context, ConnectionLimits limits) {
        return registry -> {
            Gauge.builder("pendopo.server.connections.limit", limits, ConnectionLimits::connections)
                    .register(registry);
            FunctionCounter.builder(
                            "pendopo.server.slow.requests",
                            context,
                            it -> protocol(it)
                                    .map(BoundedProtocol::slowRequests)
                                    .orElse(0L))
                    .register(registry);
            FunctionCounter.builder(
                            "pendopo.server.refused.connections",
                            context,
                            it -> protocol(it)
                                    .map(BoundedProtocol::refusedConnections)
                                    .orElse(0L))
                    .register(registry);
        };
    }

    private static Optional<BoundedProtocol> protocol(ServletWebServerApplicationContext context) {
        WebServer server = context.getWebServer();
        return server instanceof TomcatWebServer tomcat
                ? Optional.of(bounded(tomcat.getTomcat().getConnector()))
                : Optional.empty();
    }

    /** Within the server's own valve for errors, or instead of it: the inner one speaks. */
    private static void reportsUnreadableRequests(StandardHost host) {
        host.setErrorReportValveClass(UnreadableRequestValve.class.getName());
        host.getPipeline().addValve(new UnreadableRequestValve());
    }

    private static BoundedProtocol bounded(Connector connector) {
        if (connector.getProtocolHandler() instanceof BoundedProtocol protocol) {
            return protocol;
        }
        throw new IllegalStateException("the connector was made without its bounds");
    }
}

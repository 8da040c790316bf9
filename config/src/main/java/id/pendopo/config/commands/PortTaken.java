package id.pendopo.config.commands;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Says which port another program listens on, and which setting chooses another one. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PortTaken extends AbstractFailureAnalyzer<PortInUseException> {

    private final Environment environment;

    PortTaken(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable failure, PortInUseException taken) {
        String port = String.valueOf(taken.getPort());
        boolean management = port.equals(environment.getProperty("management.server.port"));
        String setting = management ? "PENDOPO_MANAGEMENT_PORT" : "PENDOPO_PORT";
        return new FailureAnalysis(
                "Port " + port + " is taken by another program, so Pendopo did not start.",
                "Stop that program, or choose another port: " + setting + "=" + (taken.getPort() + 1) + " ./pendopo …",
                taken);
    }
}

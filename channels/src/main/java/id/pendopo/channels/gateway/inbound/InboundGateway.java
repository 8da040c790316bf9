package id.pendopo.channels.gateway.inbound;

import java.util.List;

/** The messaging gateway of the inbound flow: everything that one request told us, in order. Returns when all of it is committed. */
public interface InboundGateway {

    void arrive(List<Arrival> arrivals);
}

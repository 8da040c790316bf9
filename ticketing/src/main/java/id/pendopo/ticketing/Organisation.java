package id.pendopo.ticketing;

import java.util.List;

/** The organisation of the office, for whoever must know how far it is set up: its units, as somebody looked them through. */
public interface Organisation {

    /** The units that get tickets and that somebody of the office has looked through and saved, in that order. */
    List<Names> checkedUnits();
}

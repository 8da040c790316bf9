package id.pendopo.planted;

import org.springframework.stereotype.Service;

@Service
class StereotypeInTheRoot {}

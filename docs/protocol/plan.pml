/* A failover: the order in which a plan moves writer, beacon and traffic, and what starts it. README.md explains the model, its settings and what it
   leaves out. */

#define PROMOTE 1
#define RAISE 2
#define BEACON 4
#define TRAFFIC 8

/* The plan: what it does first, side by side, then, and last. */
#ifndef FIRST
#define FIRST (PROMOTE + RAISE)
#endif
#ifndef THEN
#define THEN BEACON
#endif
#ifndef LAST
#define LAST TRAFFIC
#endif
#ifndef VANTAGES
#define VANTAGES 2      /* places from which a trigger sees the active Region; 0 = there is no trigger */
#endif
#ifndef FAULTS
#define FAULTS 3
#endif
#ifndef EXECUTIONS
#define EXECUTIONS 1    /* executions at once */
#endif
#define BOUND 1         /* acknowledged writes that a writer may be ahead of its copy (rds.global_db_rpo) */
#ifdef UNBOUNDED
#define WRITES 2
#else
#define WRITES BOUND
#endif
#ifdef STORELESS        /* both Regions take writes, and nothing has to be promoted */
#define BOTH true
#define STORED false
#else
#ifdef TWO_WRITERS      /* both Regions take writes, and neither has those of the other */
#define BOTH true
#else
#define BOTH false
#endif
#define STORED true
#endif

#define OTHER(r) (1 - (r))
#define REACHES(r) (!dead[r] && !cut[r])
#define SERVES(r) (!dead[r] && promoted[r])
#ifdef JOBS             /* jobs run where the beacon says, and have to be served as clients are */
#define SERVED (SERVES(traffic) && SERVES(beacon))
#else
#define SERVED SERVES(traffic)
#endif

bool dead[2], cut[2];
bool promoted[2] = { true, BOTH };      /* its database accepts writes; one that is cut off does not hear that another was promoted */
bit writer, beacon, traffic;
byte behind[2];         /* acknowledged writes that the copy lacks */
byte lost;              /* acknowledged writes that a failover left behind */

byte stage[EXECUTIONS]; /* of an execution of the plan; 0 = none under way */
byte left[EXECUTIONS];  /* what is left of its stage */
bit to[EXECUTIONS];     /* the Region that it activates */

byte faults, lies;
byte orders = 2;        /* times that people start the plan without need */
bool outage;            /* there was one */
bool rings[2];          /* alarms on the active Region: seen from the standby, and from the witness Region */
#ifdef PODS_FOLLOW
bool pods[2] = { true, false };
#endif

inline rejoin(r) { if :: writer != r && promoted[r] && !BOTH -> promoted[r] = false; lost = behind[r]; behind[r] = 0 :: else fi }
inline starts(e, r) { stage[e] = 1; left[e] = FIRST; to[e] = r }
inline fails(e) { stage[e] = 0; left[e] = 0 }

/* A writer acknowledges no more than it may be ahead, also while it is cut off and another was promoted. */
active proctype Database() {
	do
	:: atomic { STORED && SERVES(0) && behind[0] < WRITES -> behind[0]++ }
	:: atomic { STORED && SERVES(1) && behind[1] < WRITES -> behind[1]++ }
	:: atomic { !BOTH && REACHES(0) && REACHES(1) && behind[writer] > 0 -> behind[writer] = 0 }
	od
}

/* An execution. People start it whenever they like, and where it is needed; the trigger when all its alarms ring. Region switch runs one at a time. */
proctype Plan(byte e) {
	do
#ifndef NOBODY
	:: atomic { stage[e] == 0 && orders > 0 -> orders--; starts(e, OTHER(beacon)) }
	:: atomic { stage[e] == 0 && !(SERVED) && REACHES(0) -> starts(e, 0) }
	:: atomic { stage[e] == 0 && !(SERVED) && REACHES(1) -> starts(e, 1) }
#endif
	:: atomic { stage[e] == 0 && VANTAGES > 0 && rings[0] && (VANTAGES == 1 || rings[1]) -> rings[0] = false; rings[1] = false; starts(e, OTHER(beacon));
		assert(outage || lies > 1) }
	:: atomic { stage[e] > 0 && (left[e] & PROMOTE) &&
#ifdef SWITCHOVER
		REACHES(0) && REACHES(1) &&
#endif
		REACHES(to[e]) -> left[e] = left[e] - PROMOTE; promoted[to[e]] = true; writer = to[e];
		if :: REACHES(OTHER(to[e])) -> rejoin(OTHER(to[e])) :: else fi }
	:: atomic { stage[e] > 0 && (left[e] & (PROMOTE + RAISE)) && !REACHES(to[e]) -> fails(e) }     /* nothing moves */
#ifdef SWITCHOVER
	:: atomic { stage[e] > 0 && (left[e] & PROMOTE) && !REACHES(OTHER(to[e])) -> fails(e) }
#endif
	:: atomic { stage[e] > 0 && (left[e] & RAISE) &&
#ifdef RAISES_JOBS
		beacon == to[e] &&
#endif
		REACHES(to[e]) -> left[e] = left[e] - RAISE }
#ifdef RAISES_JOBS
	:: atomic { stage[e] > 0 && (left[e] & RAISE) && beacon != to[e] -> fails(e) }
#endif
	:: atomic { stage[e] > 0 && (left[e] & BEACON) -> left[e] = left[e] - BEACON;
#ifdef CROSSED
		beacon = OTHER(to[e]);
#else
		beacon = to[e];
#endif
		assert(promoted[beacon]) }
	:: atomic { stage[e] > 0 && (left[e] & TRAFFIC) -> left[e] = left[e] - TRAFFIC; traffic = to[e];
		if :: STORED && BOTH -> lost = behind[OTHER(traffic)] :: else fi;
#ifdef PODS_FOLLOW
		assert(pods[traffic]);
#endif
		assert(promoted[traffic]) }
	:: atomic { stage[e] > 0 && left[e] == 0 ->
		if
		:: stage[e] == 1 -> stage[e] = 2; left[e] = THEN
		:: stage[e] == 2 -> stage[e] = 3; left[e] = LAST
		:: stage[e] == 3 -> stage[e] = 0
		fi }
	od
}

/* Faults, as many as FAULTS; one Region stays alive. What is cut off comes back by itself. */
active proctype World() {
	bit r;
	do
	:: atomic { faults < FAULTS -> faults++;
		if :: r = 0 :: r = 1 fi;
		if
		:: !dead[OTHER(r)] && !dead[r] -> dead[r] = true; outage = true
		:: !cut[r] -> cut[r] = true; outage = true
		:: !rings[r] -> rings[r] = true; lies++
		fi }
	od
}

active proctype Network() {
	do
	:: atomic { cut[0] -> cut[0] = false; rejoin(0) }
	:: atomic { cut[1] -> cut[1] = false; rejoin(1) }
	od
}

active proctype Health() {
	do
	:: atomic { !REACHES(beacon) && REACHES(OTHER(beacon)) && !rings[0] -> rings[0] = true }
	:: atomic { !REACHES(beacon) && !rings[1] -> rings[1] = true }
#ifdef TRAFFIC_BY_HEALTH
	:: atomic { !REACHES(traffic) && REACHES(OTHER(traffic)) -> traffic = OTHER(traffic);
#ifdef PODS_FOLLOW
		assert(pods[traffic]);
#endif
		assert(promoted[traffic]) }
#endif
#ifdef BEACON_BY_HEALTH
	:: atomic { rings[0] -> rings[0] = false; beacon = OTHER(beacon); assert(outage || lies > 1); assert(promoted[beacon]) }
#endif
#ifdef PODS_FOLLOW
	:: atomic { beacon == 0 && !pods[0] && !pods[1] -> pods[0] = true }
	:: atomic { beacon == 1 && !pods[0] && !pods[1] -> pods[1] = true }
	:: atomic { beacon == 0 && pods[1] -> pods[1] = false }
	:: atomic { beacon == 1 && pods[0] -> pods[0] = false }
#endif
	od
}

/* What must hold in every state. */
active proctype Always() {
	atomic { lost > BOUND -> assert(lost <= BOUND) }
}

init { atomic { byte e = 0; do :: e < EXECUTIONS -> run Plan(e); e++ :: else -> break od } }

#ifdef LIVE
/* Clients are sent to a Region that takes writes, again and again. */
ltl serves { []<> (SERVED) }
#endif

/* A failover: the order in which a plan moves writer, beacon and traffic, and what starts it. README.md explains the model and what it leaves out. */

#ifndef FAULTS
#define FAULTS 3
#endif
#define BOUND 1         /* acknowledged writes that a writer may be ahead of its copy (rds.global_db_rpo) */
#ifdef UNBOUNDED
#define WRITES 2
#else
#define WRITES BOUND
#endif

#define OTHER(r) (1 - (r))
#define REACHES(r) (!dead[r] && !cut[r])
#define SERVES(r) (!dead[r] && promoted[r])

bool dead[2], cut[2];
bool promoted[2] = { true, false };     /* its database accepts writes; one that is cut off does not hear that another was promoted */
bit writer, beacon, traffic;
byte behind[2];         /* acknowledged writes that the copy lacks */
byte lost;              /* acknowledged writes that a promotion left behind, at most in one failover */
byte executing;         /* executions of the plan under way */

byte faults, lies;
byte orders = 2;        /* times that people start the plan, for whatever reason */
bool outage;            /* there was one */
bool rings[2];          /* alarms on the active Region: seen from the standby, and from the witness Region */

inline rejoin(r) { if :: writer != r && promoted[r] -> promoted[r] = false; lost = behind[r]; behind[r] = 0; assert(lost <= BOUND) :: else fi }

/* A writer acknowledges no more than it may be ahead, also while it is cut off and another was promoted. */
active proctype Database() {
	do
	:: atomic { SERVES(0) && behind[0] < WRITES -> behind[0]++ }
	:: atomic { SERVES(1) && behind[1] < WRITES -> behind[1]++ }
	:: atomic { REACHES(0) && REACHES(1) && behind[writer] > 0 -> behind[writer] = 0 }
	od
}

/* An execution. People start it whenever they like, the trigger when both alarms ring; Region switch runs one at a time. */
proctype Plan(bool trigger) {
	bit to;
	do
	:: atomic {
#ifndef TOGETHER
		executing == 0 &&
#endif
#ifdef ONE_ALARM
		(trigger -> rings[0] || rings[1] : orders > 0) ->
#else
		(trigger -> rings[0] && rings[1] : orders > 0) ->
#endif
		executing++; to = OTHER(beacon);
		if :: trigger -> assert(outage || lies > 1); rings[0] = false; rings[1] = false :: else -> orders-- fi }
#ifdef TRAFFIC_FIRST
		traffic = to;
		assert(promoted[traffic]);
#endif
		if
		:: atomic { REACHES(to) -> promoted[to] = true; writer = to; if :: REACHES(OTHER(to)) -> rejoin(OTHER(to)) :: else fi }
			beacon = to;
			atomic { traffic = to; assert(promoted[traffic]) }
		:: atomic { !REACHES(to) -> skip }      /* the first step fails, and nothing moves */
		fi;
		executing--
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
		:: skip
		fi }
	:: atomic { cut[0] -> cut[0] = false; rejoin(0) }
	:: atomic { cut[1] -> cut[1] = false; rejoin(1) }
	:: atomic { !REACHES(beacon) && REACHES(OTHER(beacon)) && !rings[0] -> rings[0] = true }
	:: atomic { !REACHES(beacon) && !rings[1] -> rings[1] = true }
#ifdef ENDPOINT
	:: atomic { !REACHES(traffic) -> traffic = OTHER(traffic); assert(promoted[traffic]) }
#endif
	od
}

#ifdef UNARMED
init { run Plan(false) }
#else
init { atomic { run Plan(true); run Plan(false) } }
#endif

#ifdef LIVE
/* Clients are sent to a Region that takes writes, again and again. */
ltl serves { []<> (SERVES(traffic)) }
#endif

-- Creates tasks that differ in title, status and priority.
local statuses, priorities, count = { "pending", "in_progress", "completed" }, { "low", "medium", "high" }, 0
wrk.headers["Content-Type"] = "application/json"
request = function()
  count = count + 1
  local body = string.format('{"title":"Report %d","description":"What there is to know about it","status":"%s","priority":"%s"}',
    count, statuses[math.random(3)], priorities[math.random(3)])
  return wrk.format("POST", "/api/v1/tasks/", nil, body)
end

-- Changes, or only reads, random tasks of the caller: METHOD, and FIRST and LAST id.
local first, last, method = tonumber(os.getenv("FIRST")), tonumber(os.getenv("LAST")), os.getenv("METHOD")
local statuses, count = { "pending", "in_progress", "completed" }, 0
wrk.headers["Content-Type"] = "application/json"
request = function()
  count = count + 1
  local path = os.getenv("PREFIX") .. math.random(first, last) .. os.getenv("SUFFIX")
  if method == "GET" then return wrk.format("GET", path) end
  return wrk.format("PATCH", path, nil, string.format('{"title":"Changed %d","status":"%s"}', count, statuses[math.random(3)]))
end
